export { type ExtractOptions, extractArticle } from "./extract-article.ts";
