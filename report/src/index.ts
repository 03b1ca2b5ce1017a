// Room: report. Owns the document for a design review: what it says of a hierarchy, and how it is written as a page or as Markdown.
// Called by: server, cli. Absent: reading plans, running them, writing files.

export {};
