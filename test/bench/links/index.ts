import { compared } from '../../links/compare.ts'
import { dataFolder, openSet } from '../accuracy/sets.ts'

/** `npm run bench:links [-- --data DIR]`: on every labelled page, the links that only we or only parse5 find. */
const SETS = [
  'date-htmldate',
  'date-zh-handcrafted',
  'date-gne',
  'date-govcn-policy',
  'date-gov-pages',
  'list-zh',
  'forms-formasaurus',
  'walls-zh',
  'soft404',
]

const data = dataFolder(process.argv)
let [pages, links, missing, extra] = [0, 0, 0, 0]
for (const name of SETS) {
  const set = openSet(data, name)
  for (const item of set.items) {
    const found = compared(set.bytesOf(item), null)
    pages += 1
    links += found.links
    missing += found.missing.length
    extra += found.extra.length
    for (const one of found.missing)
      process.stdout.write(`missing ${name}/${item.file} ${one.slice(0, 200)}\n`)
    for (const one of found.extra) process.stdout.write(`extra ${name}/${item.file} ${one.slice(0, 200)}\n`)
  }
}
process.stdout.write(
  `${pages} pages, ${links} link addresses by parse5: ${missing} missing, ${extra} extra\n`,
)
