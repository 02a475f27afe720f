/** Every colour a chart may use: a CSS variable, so that one drawing serves light, dark and print. */
const paletteNames = [
  'ground', 'panel', 'ink', 'ink2', 'mute', 'line', 'wash', 'accent', 'open', 'good', 'bad', 'warn', 'out',
  't1', 't2', 't3', 'on-t1', 'on-t2', 'on-t3', 'on-out',
  'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c-other',
  'r1', 'r2', 'r3', 'r4', 'r5',
  's1', 's2', 's3', 's4', 's5', 's6', 'on-s1', 'on-s2', 'on-s3', 'on-s4', 'on-s5', 'on-s6',
] as const

export type PaletteName = (typeof paletteNames)[number]

export const paletteColours: readonly PaletteName[] = paletteNames

/** The only way a chart names a colour. */
export const colour = (name: PaletteName): string => `var(--${name})`

/** Members side by side, told apart under every common colour vision; at most these, the rest is «others». */
export const seriesColours: readonly PaletteName[] = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']

/** Marks from worst to best: two hues that part at the middle, the ends strongest. The best mark is no alarm. */
export const ratingColours: readonly PaletteName[] = ['r1', 'r2', 'r3', 'r4', 'r5']

/** Pale to strong, one hue. */
export const sequence: readonly (readonly [fill: PaletteName, text: PaletteName])[] = [['s1', 'on-s1'], ['s2', 'on-s2'], ['s3', 'on-s3'], ['s4', 'on-s4'], ['s5', 'on-s5'], ['s6', 'on-s6']]
