export { type Extracted, type ExtractOptions, extractArticle, extractSource } from "./extract-article.ts";
export { hasNews, joinPages } from "./join.ts";
