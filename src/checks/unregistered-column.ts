import * as z from 'zod'
import { defineCheck, failed, passed } from './check.ts'

/** A duty for which nothing is registered: nobody can find what the unit owes. */
export const unregisteredColumn = defineCheck({
  id: 'unregistered-column',
  subject: 'duty',
  needs: [],
  options: z.strictObject({}),
  applicability: 'Every duty: each item of the policy with each unit that owes it.',
  expectation: 'At least one column, or for the three stages one service, is registered for the duty.',
  assumptions:
    'The registry is what the unit has confirmed; content that exists but was never registered cannot be linked by the portal.',
  messages: {
    unregistered: {
      text: {
        zh: '“{{item}} {{title}}”未登记任何栏目或办事事项。',
        en: 'Nothing is registered for item {{item}} ({{title}}).',
      },
      remedy: {
        zh: '请建立相应栏目，并将门户网址、单位网址报门户网站编辑部登记。',
        en: 'Set the column up and report its addresses to the portal’s editors.',
      },
    },
  },
  judge: ({ subject }) =>
    subject.registered > 0
      ? passed()
      : failed({
          message: 'unregistered',
          data: { item: subject.item.id, title: subject.item.title },
          evidence: [],
        }),
})
