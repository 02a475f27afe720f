declare module '*?sha256' {
  const hash: string
  export { hash }
}
