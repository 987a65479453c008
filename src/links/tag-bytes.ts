/** What a byte does in a tag: 1 for white space, 2 for what else may end an attribute's name: `/`, `>`, `=`. */
export const CLASS = new Uint8Array(256)
for (const letter of ' \t\n\f\r') CLASS[letter.charCodeAt(0)] = 1
for (const letter of '/>=') CLASS[letter.charCodeAt(0)] = 2
