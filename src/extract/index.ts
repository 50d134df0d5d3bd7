export { type Extracted, type ExtractOptions, extractArticle, extractSource } from "./extract-article.ts";
