import type { Outline } from '../outline.ts'
import { chancesOf, type LinearModel } from './model.ts'
import type { PageShape } from './page-shape.ts'
import { type Candidate, wallFeatures } from './wall-signs.ts'

/** The classes of the wall model, in the order of its weights. */
export const WALL_CLASSES = ['wall', 'open'] as const
/** From this chance on a form is held to be the page. */
export const WALL_FROM = 0.4
/** How much nearer to a wall an address brings a page that names a login itself, as log odds: a light hint. */
const ADDRESS_HINT = 1.5
/** What may stand beside a login form of a page that does not call itself one: next to nothing (letters). */
const BESIDE_UNNAMED = 250
/** A status query asks for a case number and a code: no account, no wall (domain.md §4). */
const CASE_QUERY = /受理(?:编?号|号码)|办件编号|查询码|业务编号|受理编码/

/** Whether a page is one of status queries. */
export const asksForCase = (text: string): boolean => CASE_QUERY.test(text)

/** What is known of a form that asks for an account, and of the page around it. */
export interface WallQuestion {
  readonly features: readonly string[]
  /** Whether the page calls itself by what the form asks for, in its title or headings. */
  readonly named: boolean
  /** Whether the form is beside the page's own use, whatever the model says: it may not be accused (DESIGN §5.5). */
  readonly beside: boolean
}

/** Puts the question whether a form is the page. */
export function wallQuestion(shape: PageShape, form: Candidate, outline: Outline): WallQuestion {
  const features = wallFeatures(shape, form, outline)
  const named = features.includes('named')
  const hasOtherUse =
    shape.otherForms > 0 || shape.paragraphs > 0 || shape.size - form.parts.size >= BESIDE_UNNAMED
  return { features, named, beside: form.type === 'login' && !named && hasOtherUse }
}

/** How likely a form is the page, 0–1. `hinted`: whether the page's address names logging in or registering. */
export function wallChance(model: LinearModel, question: WallQuestion, hinted: boolean): number {
  if (question.beside && !hinted) return 0
  const [wall = 0] = chancesOf(model, question.features)
  const odds = (wall / Math.max(1e-9, 1 - wall)) * (hinted ? Math.exp(ADDRESS_HINT) : 1)
  return odds / (1 + odds)
}
