// feedsmith.mjs FOLDER FILE: what feedsmith reads in the feed FILE, one JSON object an item. FOLDER holds node_modules.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [folder, file] = process.argv.slice(2)
const found = createRequire(`${folder}/`).resolve('feedsmith')
const { parseFeed } = await import(pathToFileURL(found))
const { format, feed } = parseFeed(readFileSync(file, 'utf8'))

const readers = {
  rss: (i) => ({
    id: i.guid?.value, title: i.title, link: i.link, summary: i.description, content: i.content?.encoded,
    authors: i.dc?.creators ?? [], categories: (i.categories ?? []).map((c) => c.name),
    files: [...(i.enclosures ?? []), ...(i.media?.contents ?? []).filter((m) => m.medium === 'document')].map((e) => e.url),
    images: (i.media?.contents ?? []).filter((m) => m.medium === 'image').map((m) => m.url),
    published: i.pubDate, updated: i.atom?.updated,
  }),
  atom: (i) => ({
    id: i.id, title: i.title?.value ?? i.title, link: i.links?.find((l) => l.rel === 'alternate')?.href,
    summary: i.summary?.value ?? i.summary, content: i.content?.value ?? i.content, authors: (i.authors ?? []).map((a) => a.name),
    categories: (i.categories ?? []).map((c) => c.label),
    files: (i.links ?? []).filter((l) => l.rel === 'enclosure').map((l) => l.href),
    images: (i.media?.contents ?? []).filter((m) => m.medium === 'image').map((m) => m.url),
    published: i.published, updated: i.updated,
  }),
  json: (i) => ({
    id: i.id, title: i.title, link: i.url, summary: i.summary, content: i.content_html, authors: (i.authors ?? []).map((a) => a.name),
    categories: i.tags ?? [], files: (i.attachments ?? []).map((a) => a.url), images: i.image ? [i.image] : [],
    published: i.date_published, updated: i.date_modified,
  }),
}
for (const item of feed.items ?? feed.entries ?? []) console.log(JSON.stringify(readers[format](item)))
