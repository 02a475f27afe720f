import './report-failures'
import '../polyfills'
import { rankWorth } from '../../domain/evaluation/ranks'
import type { RankReply, RankRequest } from './ranks-message'

globalThis.addEventListener('message', (event: MessageEvent<RankRequest>) => {
  const { id, job } = event.data
  const reply: RankReply = { id, worth: rankWorth(job) }
  globalThis.postMessage(reply)
})
