import { figuresOf as dateFigures } from './date-figures.ts'
import type { DateCase } from './dates.ts'
import { type Target, three } from './targets.ts'

const GOVERNMENT = new Set(['date-govcn-policy', 'date-gov-pages'])
const CHINESE = new Set(['date-zh-handcrafted', 'date-gne'])

/** The targets of dates, over the sets that each is about. */
export function dateTargets(cases: readonly DateCase[]): readonly Target[] {
  const over = (keep: (set: string) => boolean) => {
    const kept = cases.filter(({ set }) => keep(set))
    return { all: dateFigures(kept), unseen: dateFigures(kept.filter(({ seen }) => !seen)) }
  }
  const government = over((set) => GOVERNMENT.has(set))
  const chinese = over((set) => CHINESE.has(set))
  const world = over((set) => set === 'date-htmldate')
  return [
    {
      task: 'dates, government pages',
      today: 'npm 4 of 70; a heuristic 70 of 70',
      target: 'all right, none wrong and later',
      figure: `${government.all.right} of ${government.all.all} right, ${government.all.later} wrong and later`,
      isReached: government.all.right === government.all.all && government.all.later === 0,
      unseen: `${government.unseen.right} of ${government.unseen.all}`,
    },
    {
      task: 'dates, Chinese pages',
      today: 'accuracy .928',
      target: 'accuracy ≥ .96, wrong ≤ 2 %',
      figure: `accuracy ${three(chinese.all.accuracy)}, wrong ${((chinese.all.wrong / chinese.all.all) * 100).toFixed(1)} %, wrong and later ${chinese.all.later}`,
      isReached: chinese.all.accuracy >= 0.96 && chinese.all.wrong <= 0.02 * chinese.all.all,
      unseen: `accuracy ${three(chinese.unseen.accuracy)} of ${chinese.unseen.all}`,
    },
    {
      task: 'dates, htmldate set',
      today: 'npm .697; htmldate .903',
      target: 'accuracy ≥ .91, precision ≥ .92',
      figure: `accuracy ${three(world.all.accuracy)}, precision ${three(world.all.precision)}, wrong and later ${world.all.later}`,
      isReached: world.all.accuracy >= 0.91 && world.all.precision >= 0.92,
      unseen: `accuracy ${three(world.unseen.accuracy)}, precision ${three(world.unseen.precision)} of ${world.unseen.all}`,
    },
  ]
}
