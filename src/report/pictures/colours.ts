/** Colours of pictures, those of reports/style.css; texts stand out 4.5 to 1 from what is behind them. */
export const COLOUR = {
  ink: '#1d1d1f',
  soft: '#55585c',
  rule: '#c9ccd1',
  paper: '#ffffff',
  tint: '#f5f4f1',
  red: '#b1191a',
  green: '#1d6b3f',
  amber: '#8a5a00',
  blue: '#0b4a8f',
} as const
