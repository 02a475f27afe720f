import { ref } from 'vue'

/**
 * Whether the inside of a `<details>` has to be there: what is closed need not be kept up to date with every change of
 * the page. The summary's click comes before the browser opens it, so that it opens whole; the rest is heard by toggle.
 */
export const useDisclosed = () => {
  const disclosed = ref(false)
  return {
    disclosed,
    disclose: () => {
      disclosed.value = true
    },
    follow: ({ target }: Event) => {
      disclosed.value = target instanceof HTMLDetailsElement && target.open
    },
  }
}
