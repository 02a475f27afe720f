import { EngineError, reasonOf } from '../engine/errors'
import type { Trouble } from './trouble'

/** Words for whatever was thrown; the technical text is kept only where the catalogue does not know the error. */
export const describeError = (error: unknown): Trouble =>
  error instanceof EngineError
    ? { what: { zh: error.why('zh'), en: error.why('en') }, todo: { zh: error.todo('zh'), en: error.todo('en') }, detail: error.code }
    : {
        what: { zh: '程序出现意外错误。', en: 'Something unexpected failed.' },
        todo: { zh: '请刷新页面；如仍出现，请把技术信息告知数据管理员。', en: 'Reload the page; if it comes back, send the technical detail to the data steward.' },
        detail: reasonOf(error),
      }
