/** What a hostile or a careless hand may write where a text is read: each must stay a text. */

/** Sets `window.hurt` where anything of it runs. */
const run = 'window.hurt=1'

const elements = [
  `<script>${run}</script>`, `<img src=x onerror=${run}>`, `<svg onload=${run}>`, `<svg><script>${run}</script></svg>`, `<iframe srcdoc="<script>parent.hurt=1</script>">`,
  `<iframe src="javascript:parent.hurt=1">`, `<body onload=${run}>`, `<details open ontoggle=${run}>`, `<video><source onerror=${run}></video>`, `<input autofocus onfocus=${run}>`,
  `<math><mtext><style><img src=x onerror=${run}></style></mtext></math>`, `<a href="javascript:${run}">x</a>`, `<form action="javascript:${run}"><button>x</button></form>`,
  `<object data="javascript:${run}">`, `<embed src="javascript:${run}">`, `<link rel=stylesheet href="http://example.org/x.css">`, `<meta http-equiv=refresh content="0;url=http://example.org/">`,
  `<base href="http://example.org/">`, `<style>@import "http://example.org/x.css"</style>`, `<img src="http://example.org/x.png">`, `<template><img src=x onerror=${run}></template>`,
  `<foreignObject><img src=x onerror=${run}></foreignObject>`, `<animate onbegin=${run} attributeName=x>`, `<use href="data:image/svg+xml,<svg onload=${run}>">`,
]

/** Ways out of the place that a text stands in. */
const contexts: readonly ((element: string) => string)[] = [
  (element) => element,
  (element) => `">${element}`,
  (element) => `'>${element}`,
  (element) => `</title>${element}`,
  (element) => `</textarea></select></svg>${element}`,
  (element) => `--><!-- -->${element}`,
  (element) => `]]>${element}`,
  (element) => element.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (element) => encodeURIComponent(element),
  (element) => element.replace(/[a-z]/g, (letter, i: number) => (i % 2 ? letter.toUpperCase() : letter)),
]

const attributes = [
  `" onmouseover="${run}" x="`, `' onfocus='${run}' autofocus='`, `x" style="background:url(http://example.org/x)" x="`, '" srcdoc="x', '`onload=1`',
  `javascript:${run}`, `JaVaScRiPt:${run}`, `java\tscript:${run}`, `\u0001javascript:${run}`, `data:text/html,<script>parent.hurt=1</script>`, `vbscript:${run}`, '//example.org/x', 'http://example.org/', 'blob:x',
]

/** What a template or a message would take for its own. */
const templates = [
  `{{constructor.constructor('${run}')()}}`, `\${${run}}`, `#{${run}}`, `{{ _c.constructor("${run}")() }}`, `[[${run}]]`, '{n}', '{0}', '@:page.overview', '@.lower:x', 'a | b | c', '$&', "$'", '$`', '$1', '%s %d %o', '{file}',
]

const sql = [
  "'", '"', "''", "';", "'; DROP TABLE disputes; --", "' OR '1'='1", "' OR 1=1 --", "') OR ('a'='a", "'; SET lock_configuration=false; --", "'; ATTACH 'http://example.org/x'; --", "' UNION SELECT * FROM members --",
  '"; DROP TABLE "disputes"; --', '1; SELECT 1', '/* x */', "*/ DROP TABLE disputes /*", '-- ', "\\'; DROP TABLE disputes; --", "' || current_setting('x') || '", "$$; DROP TABLE disputes; $$", "E'\\x27'", "x' AND (SELECT 1)=1 AND 'x'='x",
  '%', '_', '%_%', '?', '$1', ':name', "' /**/OR/**/ 1=1#", '\u02bc OR 1=1', '\uff07; DROP TABLE disputes; --', "'); COPY disputes TO 'x.csv'; --", 'NULL', 'CAST(? AS VARCHAR)', 'member_of_union', 'disputes"."n',
]

const formulas = ['=cmd()', "=cmd|' /C calc'!A0", '=HYPERLINK("http://example.org/","x")', '=WEBSERVICE("http://example.org/")', '+1+1', '+cmd()', '-2+3', '-cmd()', '@SUM(1)', '\t=cmd()', '\r=cmd()', '\n=cmd()', '＝cmd()', '＋1+1', '－2+3', '＠SUM(1)', "'=cmd()", "''=cmd()", '"=cmd()"', ';=cmd()', ',=cmd()', '=1+1', '=DDE("x";"y")', '= cmd()']

const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'constructor.prototype', '__proto__.hurt', '__proto__[hurt]', 'constructor[prototype][hurt]', '["__proto__"]', 'then', 'length', 'name', 'default']

const paths = [
  '..', '.', '../', '../../etc/passwd', '..\\..\\windows\\win.ini', '/etc/passwd', '//example.org/x', '\\\\example.org\\x', 'C:\\x', 'file:///etc/passwd', 'http://example.org/x.parquet', 'https:example.org', 'x/../../y', './x', 'x//y', 'x/./y', 'x?y', 'x#y',
  '%2e%2e/x', '%2e%2e%2fx', '..%2fx', '..%5cx', '%252e%252e%252fx', '..%00/x', 'x\u0000.parquet', '....//x', '..;/x', '\uff0e\uff0e/x', '\u2025/x', 'CON', 'NUL.parquet', 'x:y', '~/x', '$HOME', '`id`', '$(id)', '| id', '; id', '&& id', '-rf', '--help',
]

const unicode = [
  '\u202eexe.gpj', '\u202dabc\u202c', '\u2066x\u2069', '\u200b', '\u200d', '\ufeff', '\u00ad', 'a\u0300'.repeat(40), '\u0000', '\u0007', '\u001b[2J', '\u0085', '\u2028', '\u2029', '\ud800', '\udfff', '\ufffe', '\uffff', '𝕏', '👩‍👩‍👧‍👦', 'ﷺ', 'İ', 'ß', 'ﬁ', '\u1680', '\u3000', '\u115f', '％', '＜script＞', '‹script›', 'аdmin', '\u0338<', '~', ',', ',,,', '%', '%2C', '%7E', '%25', ' ', '\t', '\n', '\r\n',
]

const overlong = ['劳'.repeat(121), 'x'.repeat(10_000), `${'<b>'.repeat(3000)}`, 'a,'.repeat(5000), `${'('.repeat(5000)}`, '\u0301'.repeat(2000), `${'../'.repeat(1000)}x`, `${"'".repeat(1001)}`, `${'9'.repeat(400)}`, '-'.repeat(1000)]

const markup = [...elements.flatMap((element) => contexts.map((within) => within(element))), ...attributes, ...templates]

export const payloads: readonly string[] = [...new Set([...markup, ...sql, ...formulas, ...keys, ...paths, ...unicode, ...overlong])]

export const pathPayloads: readonly string[] = paths
export const keyPayloads: readonly string[] = keys
export const formulaPayloads: readonly string[] = formulas
/** As it can be written in UTF-8, which a lone surrogate cannot. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')

/** Those that a browser would run, each way out once: few enough to try them in one. */
export const livePayloads: readonly string[] = [...elements.map((element, i) => contexts[i % contexts.length]?.(element) ?? element), ...elements.slice(0, 6).map((element) => `">${element}`), ...attributes, ...templates.slice(0, 6)]
