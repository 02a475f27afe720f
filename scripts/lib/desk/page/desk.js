'use strict'

/** @type {Record<'zh' | 'en', Record<string, string>>} */
const texts = {
  zh: {
    page: '更新数据 · 协商',
    title: '更新数据',
    lead: '台账只在这台电脑上处理，不发往任何地方。原件不会改动。',
    open: '打开看板',
    update: '用新的台账更新看板',
    updateHow: '选一个放台账（.xlsx、.csv）的文件夹。数据包以这个文件夹的名字命名：同一街道每次用同名的文件夹，就是更新它。',
    chooseFolder: '选择台账文件夹',
    wishes: '选项',
    asOf: '数据截止日（不填则取数据中最后的日期）',
    maxRejected: '未通过检查的行超过这个比例就停止',
    run: '核对并更新',
    cancel: '中止',
    end: '关闭程序',
    course: '进度',
    report: '核对报告',
    see: '在看板上查看',
    copying: '正在读取 {0} / {1}',
    working: '正在核对、计算，请稍候。',
    done: '已更新。请先看下面的核对报告，再用数字。',
    failed: '没有更新，看板仍是原来的数据。原因如下。',
    cancelled: '已中止，看板仍是原来的数据。',
    lost: '与程序的联系中断了：窗口可能已关闭。请重新双击打开。',
    ended: '程序已关闭，可以关掉此页。',
    busy: '正在处理另一次更新，请等它结束。',
    badName: '文件名“{0}”不能用（含有特殊字符），请改名后再选。',
    sum: '{0}：{1} 个文件，{2} MB',
    place: '报告保存在 {0}。其中有企业名称，请勿外传。',
    csv: '逐行清单（checks.csv）',
    names: '编号与名称对照（names.csv）',
    none: '这次没有写出核对报告。',
    other: 'English',
  },
  en: {
    page: 'Update the data · Xieshang',
    title: 'Update the data',
    lead: 'Ledgers are worked on in this computer alone and sent nowhere. The originals are not changed.',
    open: 'Open the dashboard',
    update: 'Update the dashboard from new ledgers',
    updateHow: 'Choose a folder of ledgers (.xlsx, .csv). The extract is named after that folder: use a folder of the same name for the same subdistrict each time, and its extract is brought up to date.',
    chooseFolder: 'Choose a folder of ledgers',
    wishes: 'Options',
    asOf: 'As-of date (the last one in the data if left empty)',
    maxRejected: 'Stop where more than this share of the rows fail the checks',
    run: 'Check and update',
    cancel: 'Stop',
    end: 'Close the program',
    course: 'Progress',
    report: 'Check report',
    see: 'See it on the dashboard',
    copying: 'Reading {0} of {1}',
    working: 'Checking and computing, please wait.',
    done: 'Updated. Read the check report below before using the numbers.',
    failed: 'Not updated: the dashboard still shows the data it had. The reason is below.',
    cancelled: 'Stopped: the dashboard still shows the data it had.',
    lost: 'The program no longer answers; its window may be closed. Open it again with a double click.',
    ended: 'The program is closed; so may this page be.',
    busy: 'Another update is in work; wait for its end.',
    badName: 'A file cannot be called "{0}" (special characters). Rename it and choose again.',
    sum: '{0}: {1} files, {2} MB',
    place: 'The report is kept in {0}. It holds names of enterprises: do not pass it on.',
    csv: 'List, row by row (checks.csv)',
    names: 'Ids and names (names.csv)',
    none: 'No check report was written this time.',
    other: '中文',
  },
}

const megabyte = 1e6

/** @type {'zh' | 'en'} */
let language = navigator.language.startsWith('zh') ? 'zh' : 'en'
/** @type {{ folder: string, files: { path: string, file: File }[] } | null} */
let chosen = null
/** What was written of the last run; `markdown` is its check report, null where there is none. @type {{ folder: string, reports: string[], markdown: string | null } | null} */
let reported = null
/** @type {{ id: string, values: (string | number)[], tone: '' | 'good' | 'bad' } | null} */
let state = null
let isCancelled = false

/** @param {string} id */
const element = (id) => {
  const found = document.getElementById(id)
  if (!found) throw new Error(id)
  return found
}

/** @param {string} id @param {(string | number)[]} values */
const text = (id, ...values) => (texts[language][id] || id).replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]))

function write() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = text('page')
  for (const one of document.querySelectorAll('[data-text]')) one.textContent = text(one.getAttribute('data-text') || '')
  element('language').textContent = text('other')
  element('language').lang = language === 'zh' ? 'en' : 'zh-CN'
  if (chosen) {
    const bytes = chosen.files.reduce((sum, { file }) => sum + file.size, 0)
    element('chosen-sum').textContent = text('sum', chosen.folder, chosen.files.length, (bytes / megabyte).toFixed(1))
  }
  element('state').textContent = state ? text(state.id, ...state.values) : ''
  element('state').className = state ? state.tone : ''
  writeReport()
}

/** @param {string} id @param {'' | 'good' | 'bad'} tone @param {(string | number)[]} values */
function tell(id, tone, ...values) {
  state = { id, values, tone }
  element('course').hidden = false
  write()
}

/** @param {string} tag @param {string} content */
function line(tag, content) {
  const made = document.createElement(tag)
  made.textContent = content
  return made
}

/** A report in the reader's language alone: what comes first is of both, then each begins with a heading of the second order. @param {string} markdown */
function half(markdown) {
  const parts = markdown.split(/^(?=## )/m)
  const halves = parts.filter((part) => part.startsWith('## '))
  return parts.filter((part) => !part.startsWith('## ')).join('') + (halves[language === 'zh' ? 0 : 1] || '')
}

function writeReport() {
  element('report').hidden = reported === null
  if (!reported) return
  const { folder, reports, markdown } = reported
  element('report-place').textContent = reports.length > 0 ? text('place', folder) : text('none')
  const links = reports.filter((name) => name !== 'report.md').map((name) => {
    const link = /** @type {HTMLAnchorElement} */ (line('a', text(name === 'checks.csv' ? 'csv' : 'names')))
    link.href = `report/${name}`
    return link
  })
  element('report-files').replaceChildren(...links)
  if (markdown === null) return element('report-text').replaceChildren()
  const made = []
  let list = null
  for (const one of half(markdown).split('\n')) {
    const [, marks, rest] = /^(#{2,4}|\s*-) (.*)$/.exec(one) || []
    if (marks !== undefined && marks.trim() === '-') {
      if (!list) made.push(list = document.createElement('ul'))
      const item = line('li', plain(rest || ''))
      if (marks !== '-') item.style.marginLeft = '1.25em'
      list.append(item)
      continue
    }
    list = null
    if (one.trim() !== '') made.push(line(marks ? `h${marks.length + 1}` : 'p', plain(rest || one)))
  }
  element('report-text').replaceChildren(...made)
}

/** Text without the marks that Markdown writes around a part. @param {string} markdown */
const plain = (markdown) => markdown.replace(/\*\*|`/g, '').replace(/\\([\\`*_{}[\]<>()#+\-.!|&~])/g, '$1')

/** What of a folder is no ledger and is not handed in: hidden files, and the locks Excel leaves. @param {string} name */
const isHidden = (name) => name.startsWith('.') || name.startsWith('~$')

/** @param {FileList | null} list files of one folder */
function choose(list) {
  const paths = Array.from(list || []).map((file) => ({ names: file.webkitRelativePath.split('/'), file }))
  const [first] = paths
  if (!first) return
  chosen = {
    folder: first.names[0] || '',
    files: paths.filter(({ names }) => !names.slice(1).some(isHidden)).map(({ names, file }) => ({ path: names.slice(1).join('/'), file })).sort((a, b) => a.path.localeCompare(b.path, 'zh')),
  }
  element('chosen-files').replaceChildren(...chosen.files.map(({ path }) => line('li', path)))
  element('chosen').hidden = false
  element('course').hidden = true
  reported = null
  state = null
  write()
}

/** @param {string} path @param {string} method @param {BodyInit} [body] */
const ask = (path, method, body) => fetch(path, { method, body })

/** @param {boolean} is */
function work(is) {
  for (const id of ['folder', 'run']) /** @type {HTMLInputElement} */ (element(id)).disabled = is
  for (const label of document.querySelectorAll('.button')) label.classList.toggle('idle', is)
  element('cancel').hidden = !is
}

/** What was asked of the run beside its ledgers, in the words of the command. */
function wishes() {
  const given = new URLSearchParams()
  for (const id of ['as-of', 'max-rejected']) {
    const { value } = /** @type {HTMLInputElement} */ (element(id))
    if (value !== '') given.set(id, value)
  }
  return given
}

async function run() {
  if (!chosen) return
  const { folder, files } = chosen
  element('lines').textContent = ''
  element('after').hidden = true
  reported = null
  isCancelled = false
  work(true)
  try {
    const begun = await ask(`begin/${encodeURIComponent(folder)}`, 'POST')
    if (!begun.ok) return begun.status === 409 ? tell('busy', 'bad') : tell('badName', 'bad', folder)
    for (const [i, { path, file }] of files.entries()) {
      if (isCancelled) return tell('cancelled', 'bad')
      tell('copying', '', i + 1, files.length)
      const taken = await ask(`ledgers/${path.split('/').map(encodeURIComponent).join('/')}`, 'PUT', file)
      if (!taken.ok) return tell('badName', 'bad', path)
    }
    tell('working', '')
    await follow(await ask(`run/${wishes()}`, 'POST'))
  } catch {
    tell('lost', 'bad')
  } finally {
    work(false)
  }
}

/** Reads what the program says, a line at a time, to its end. @param {Response} response */
async function follow(response) {
  if (!response.ok || !response.body) return tell('busy', 'bad')
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  let outcome = null
  for (;;) {
    const { done, value } = await reader.read()
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n')
    rest = lines.pop() || ''
    for (const one of lines) {
      const said = JSON.parse(one)
      if (said.outcome) outcome = said
      else element('lines').textContent += `${said.line}\n`
    }
    element('lines').scrollTop = element('lines').scrollHeight
    if (done) break
  }
  if (!outcome) return tell('lost', 'bad')
  const { isDone, folder, reports } = outcome.outcome
  const markdown = reports.includes('report.md') ? await (await fetch('report/report.md')).text() : null
  reported = { folder, reports, markdown }
  if (isDone) /** @type {HTMLAnchorElement} */ (element('see')).href = outcome.site
  element('after').hidden = !isDone
  tell(isDone ? 'done' : isCancelled ? 'cancelled' : 'failed', isDone ? 'good' : 'bad')
}

element('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh'
  write()
})
element('folder').addEventListener('change', ({ target }) => choose(/** @type {HTMLInputElement} */ (target).files))
element('run').addEventListener('click', () => void run())
element('cancel').addEventListener('click', () => {
  isCancelled = true
  void ask('cancel', 'POST')
})
element('end').addEventListener('click', () => void ask('end', 'POST').then(() => tell('ended', ''), () => tell('lost', 'bad')))
fetch('state').then((response) => response.json()).then(({ site }) => { /** @type {HTMLAnchorElement} */ (element('open')).href = site }, () => tell('lost', 'bad'))
write()
