/** A text file taken into the bundle as it is. */
declare module '*.txt?raw' {
  const text: string
  export default text
}
