import { questionKey } from '../domain/question'
import type { AnswersFile } from './extract-files'
import type { Source } from './source'

/** Looks answers up in what the build computed; null for a question nobody baked. */
export const createSnapshotSource = ({ answers }: Pick<AnswersFile, 'answers'>): Source => ({
  origin: 'baked',
  answer: async (questions, signal) => {
    signal?.throwIfAborted()
    return questions.map((question) => {
      const key = questionKey(question)
      return Object.hasOwn(answers, key) ? (answers[key] ?? null) : null
    })
  },
})
