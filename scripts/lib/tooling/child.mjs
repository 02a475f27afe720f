import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs a program with this terminal's output and waits for it.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it or it could not be started
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Like run, but keeps the output so that two programs at once do not mix their lines.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => { output += text })
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Runs npm: the one that started this command where there is one, else the one on PATH.
 * @param {string[]} args
 * @param {string} cwd
 */
export function runNpm(args, cwd) {
  const started = process.env['npm_execpath']
  if (started && /npm-cli\.c?js$/.test(started)) return run(process.execPath, [started, ...args], { cwd })
  // npm is a .cmd file on Windows, which only a shell starts.
  return run('npm', args, { cwd, shell: process.platform === 'win32' })
}

/**
 * The script of a locked development tool, to be run by this very Node.
 * @param {string} root
 * @param {'vite' | 'vitest' | 'tsx' | 'eslint' | 'vue-tsc'} tool
 */
export function toolScript(root, tool) {
  const scripts = {
    vite: 'vite/bin/vite.js',
    vitest: 'vitest/vitest.mjs',
    tsx: 'tsx/dist/cli.mjs',
    eslint: 'eslint/bin/eslint.js',
    'vue-tsc': 'vue-tsc/bin/vue-tsc.js'
  }
  return join(root, 'node_modules', scripts[tool])
}
