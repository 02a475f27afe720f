import pluginVue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const anyFile = ['**/*.{js,mjs,ts,vue}']

export default tseslint.config(
  { ignores: ['dist/**', 'dist-server/**', 'dist-single/**', 'release/**', '.cache/**', 'public/**', 'data/**', 'node_modules/**', 'tests/**/fixtures/**', 'tests/**/actual/**'] },
  { linterOptions: { noInlineConfig: true } },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...pluginVue.configs['flat/essential'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  {
    files: anyFile,
    rules: {
      'eqeqeq': ['error', 'always'],
      'no-console': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-globals': ['error', 'event', 'name', 'length'],
      'no-restricted-syntax': ['error', {
        selector: 'ExportDefaultDeclaration',
        message: 'Export by name; only what a tool loads is a default export.'
      }],
      '@typescript-eslint/ban-ts-comment': ['error', {
        'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false
      }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Loops over bytes and columns count by index.
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', {
        argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true
      }]
    }
  },
  {
    // The rules that need types cost as long as all others together; these find the promise nobody waits for.
    files: ['src/{engine,stores,composables}/**/*.ts', 'scripts/*.ts', 'scripts/lib/{bake,bind,stage,write}/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error'
    }
  },
  { files: ['src/**'], rules: { 'no-console': 'error', 'no-alert': 'error', 'no-eval': 'error', 'no-new-func': 'error' } },
  {
    files: ['**/*.vue'],
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/no-template-target-blank': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-useless-v-bind': 'error',
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off'
    }
  },
  // A reader of bytes knows its bounds, and a test fails by itself where something is not there.
  { files: ['scripts/**', 'tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } }
)
