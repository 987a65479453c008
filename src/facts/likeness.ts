import type { Observation } from '../core/observation.ts'

/**
 * A page compared with the control page of its host (DESIGN §5.4).
 * `honest`: the host answers an error status to a path that cannot exist; `different`: the host answers 200 to
 * everything and this page is not like its control page; `same`: it is; `refusal`: the page's own visible words refuse
 * (`quote`); `unknown`: no control page, or nothing to compare.
 */
export interface Likeness {
  readonly kind: 'honest' | 'different' | 'same' | 'refusal' | 'unknown'
  /** 0–1, how much of the text the two pages share. */
  readonly similarity: number | null
  readonly quote: string
  readonly control: Observation | null
}
