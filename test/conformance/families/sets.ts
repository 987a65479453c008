import { plain } from '../link-case.ts'

/** Which images of a srcset browsers may take (HTML §4.8.4.2.2, parsing a srcset attribute). */
export const SETS = plain([
  ['a set without blanks is one image', '<img srcset="/t/s10.png,/t/s11.png">', '/t/s10.png,/t/s11.png'],
  [
    'a set of images without descriptors',
    '<img srcset="/t/s12.png, /t/s13.png">',
    '/t/s12.png',
    '/t/s13.png',
  ],
  ['a descriptor before a comma', '<img srcset="/t/s14.png 1x,/t/s15.png 2x">', '/t/s14.png', '/t/s15.png'],
  ['commas before and between', '<img srcset=", /t/s16.png 1x,, /t/s17.png 2x">', '/t/s16.png', '/t/s17.png'],
  ['line breaks in a set', '<img srcset="\n/t/s18.png\n1x\n,\t/t/s19.png 2x">', '/t/s18.png', '/t/s19.png'],
  ['a fraction of a density', '<img srcset="/t/s20.png 1.5x, /t/s21.png .5x">', '/t/s20.png', '/t/s21.png'],
  ['a width and a height', '<img srcset="/t/s22.png 100w 50h">', '/t/s22.png'],
  ['a data: image in a set', '<img srcset="data:image/png;base64,AAAA 1x, /t/s23.png 2x">', '/t/s23.png'],
  ['a reference in a set', '<img srcset="/t/s24.png?a=1&amp;b=2 1x">', '/t/s24.png?a=1&b=2'],
  ['a height alone', '<img srcset="/t/no200.png 50h, /t/s25.png 1x">', '/t/s25.png'],
  ['two densities', '<img srcset="/t/no201.png 1x 2x, /t/s26.png 2x">', '/t/s26.png'],
  ['a width and a density', '<img srcset="/t/no202.png 100w 2x, /t/s27.png 2x">', '/t/s27.png'],
  ['a descriptor that nobody knows', '<img srcset="/t/no203.png 1q, /t/s28.png 2x">', '/t/s28.png'],
  ['a width of zero', '<img srcset="/t/no204.png 0w, /t/s29.png 2w">', '/t/s29.png'],
  ['a density below zero', '<img srcset="/t/no205.png -1x, /t/s30.png 1x">', '/t/s30.png'],
  ['a width with a fraction', '<img srcset="/t/no206.png 1.5w, /t/s31.png 1w">', '/t/s31.png'],
  ['a comma in brackets', '<img srcset="/t/no207.png (x, y), /t/s32.png 1x">', '/t/s32.png'],
  ['a bracket that is not closed', '<img srcset="/t/no208.png ( , /t/no209.png 2x">'],
])
