/** A style sheet as its minified text; see styleText in widget/build. */
declare module "*.css?text" {
  const text: string;
  export default text;
}
