import { dayOf, type Day } from './days'
import { CHANNEL_OPENS } from './tickets'

/** Mechanisms that the whole street took up on one day. */
export const STREET_MECHANISMS: readonly (readonly [string, Day])[] = [
  ['three_tier', dayOf(2020, 9, 1)], ['green_channel', CHANNEL_OPENS], ['evaluation', dayOf(2023, 1, 1)],
]
