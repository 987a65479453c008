import type { Observation } from '../core/observation.ts'

/**
 * Whether a reader is stopped before the content (DESIGN §5.5): by a redirect to an authentication host or path, a
 * form that is the page, or a short page that says so. `open`: no wall; `unknown`: nothing readable.
 */
export interface Wall {
  readonly kind: 'wall' | 'open' | 'unknown'
  readonly sign: 'redirect' | 'form' | 'words' | null
  readonly quote: string
  readonly observation: Observation | null
}
