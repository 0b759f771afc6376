/** The address of a style sheet, as Vite's build gives it. */
declare module "*.css?url" {
  const address: string;
  export default address;
}
