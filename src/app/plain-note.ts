/** Says something above the page without any of the app. */
export const sayPlainly = (text: string): void => {
  const note = document.createElement('p')
  note.className = 'takeover-note engine-note'
  note.setAttribute('role', 'status')
  note.textContent = text
  document.querySelector('#notice')?.replaceChildren(note)
}
