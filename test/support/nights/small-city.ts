import { OUTSIDE, page, redirect, SITE, START, SUB, type World, worldOf } from './world.ts'

/** A site with one of everything that links and pages can be, and hosts beside it. */
export const SMALL_CITY: World = worldOf({
  [START]: page([
    ...['/a.html', '/b.html', '/b.html', '/c.html#place', '/c.html#nowhere', 'onclick /guess.html'],
    ...[
      'img /logo.png',
      'img /lost.png',
      '/moved.html',
      '/old.html',
      '/later.html',
      '/none.html',
      '/short.html',
      '/every/a.html',
    ],
    ...[
      `${OUTSIDE}/x.html`,
      `${OUTSIDE}/gone.html`,
      `${SUB}/`,
      'http://http://bad.example/',
      'mailto:a@b.example',
    ],
  ]),
  [`${SITE}/a.html`]: page([
    '/a/1.html',
    '/a/2.html',
    '/a/gone.html',
    '/index.html',
    'onclick /a/guessed-gone.html',
  ]),
  [`${SITE}/a/1.html`]: page(['/a/2.html', '/a.html', '/a/deep.html'], { version: 'both' }),
  [`${SITE}/a/2.html`]: page(['/a/1.html', '1.html#top', '/gone.html'], { version: 'date' }),
  [`${SITE}/a/deep.html`]: page(
    ['/a/gone.html', `${OUTSIDE}/deep.html`, 'option /a/chosen.html', '/index.html'],
    {
      version: 'none',
    },
  ),
  [`${SITE}/a/chosen.html`]: page(['/index.html', '/a.html', '/a/gone-too.html']),
  [`${SITE}/b.html`]: page(['/gone.html', '/cycle/1.html', '/c.html#place', 'http:///'], { version: 'date' }),
  [`${SITE}/cycle/1.html`]: page(['/cycle/2.html', '/cycle/gone.html', '/index.html']),
  [`${SITE}/cycle/2.html`]: page(['/cycle/3.html', '/gone.html', '/b.html']),
  [`${SITE}/cycle/3.html`]: page(['/cycle/1.html', `${OUTSIDE}/cycle.html`, '/b.html'], { version: 'none' }),
  [`${SITE}/c.html`]: page(['/index.html', '/a.html', '#place', '#away'], { places: ['place'] }),
  [`${SITE}/guess.html`]: page(['/index.html', '/b.html', '/gone.html']),
  [`${SITE}/logo.png`]: page([]),
  [`${SITE}/moved.html`]: redirect('/a/1.html'),
  [`${SITE}/old.html`]: page([], { status: 410 }),
  [`${SITE}/none.html`]: page(['/index.html'], { text: 'none' }),
  [`${SITE}/short.html`]: page(['/index.html', '/short-gone.html'], { text: 'short', version: 'both' }),
  [`${SITE}/every/a.html`]: page([], { text: 'alike' }),
  [`${SUB}/`]: page(['/sub.html', '/sub-gone.html', START]),
  [`${SUB}/sub.html`]: page(['/', '/sub-gone.html', '/sub-gone-too.html'], { version: 'date' }),
  [`${OUTSIDE}/x.html`]: page(['/never.html']),
  [`${OUTSIDE}/cycle.html`]: page(['/never.html'], { version: 'none' }),
})
