export { DOWNLOAD_LIMITS, type Download, type DownloadLimits, type DownloadOptions, downloadFile } from "./download.ts";
export { fetchFeed } from "./fetch-feed.ts";
export { type FetchOptions, fetchPicture, fetchSource, type Picture } from "./fetch-source.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export { sendRequest } from "./send.ts";
