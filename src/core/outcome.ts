/** The outcome of one rule on one subject, in the words of W3C EARL 1.0. */
export type Outcome = 'passed' | 'failed' | 'cantTell' | 'inapplicable' | 'untested'

/** Every outcome, in the order in which reports list them. */
export const OUTCOMES: readonly Outcome[] = ['failed', 'cantTell', 'passed', 'inapplicable', 'untested']

/** How bad a failed rule is, from lightest to worst. A veto fails the whole unit, whatever its score. */
export type Severity = 'minor' | 'serious' | 'critical' | 'veto'

/** Every severity, lightest first. */
export const SEVERITIES: readonly Severity[] = ['minor', 'serious', 'critical', 'veto']

/** Whether `severity` is as bad as `threshold` or worse. */
export const isAtLeast = (severity: Severity, threshold: Severity): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold)
