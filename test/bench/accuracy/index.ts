import { dateTargets } from './date-targets.ts'
import { measureDates, printDates } from './dates.ts'
import { measureErrors, printErrors } from './errors.ts'
import { formReport, printForms } from './forms.ts'
import { measureLists, printLists } from './lists.ts'
import { dataFolder } from './sets.ts'
import { errorTargets, formTargets, listTargets, type Target } from './targets.ts'

const line = ({ task, figure, target, today, unseen, isReached }: Target): string =>
  [
    `${isReached ? '✓' : '✗'} ${task}: ${figure}`,
    `    target ${target}; today's best ${today}${unseen === '' ? '' : `; on what was not tuned on: ${unseen}`}`,
  ].join('\n')

/** Every measure, set by set, and at the end each figure beside its target. Addresses are withheld unless said. */
function main(data: string, misses: boolean): void {
  const heading = (title: string): void => console.log(`\n== ${title}\n`)
  heading('Dates')
  const dates = measureDates(data)
  printDates(dates, misses)
  heading('Forms and walls')
  const forms = formReport(data)
  printForms(forms, misses)
  heading('Error pages')
  const errors = measureErrors(data)
  printErrors(errors, misses)
  heading('Lists')
  const lists = measureLists(data)
  printLists(lists, misses)
  heading('Against the targets')
  const targets = [
    ...dateTargets(dates),
    ...formTargets(forms),
    ...errorTargets(errors),
    ...listTargets(lists),
  ]
  console.log(targets.map(line).join('\n'))
  console.log(`${targets.filter(({ isReached }) => isReached).length} of ${targets.length} reached`)
}

main(dataFolder(process.argv), process.argv.includes('--misses'))
