export { type Extracted, type ExtractOptions, extractArticle, extractSource } from "./extract-article.ts";
export { hasNews, isSamePiece, joinPages } from "./join.ts";
