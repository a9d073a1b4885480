// Package extract turns the bytes of a page or file into a title, a language
// and structured text: headings, paragraphs, list items, table rows with the
// names of their columns, and the page they stand on.
//
// What the bytes are is decided by looking at them first (format.go); a file's name
// and the type a server declares only choose between formats that look alike
// (Markdown or plain text). Web pages, Markdown, text, CSV, JSON and XML are read in
// this process within fixed limits. PDF and office files are read by a child process
// with limits on memory, processor time, wall-clock time and output (apart.go,
// serve.go), because only a process can be stopped: a file that breaks its reader
// gives a refusal.Error and the next file is read as if nothing had happened.
//
// Each kind of file has a package that reads it:
//
//	webpage   web pages, of which only the content is taken
//	plain     Markdown, text, CSV, JSON, XML
//	office    DOCX, XLSX, PPTX, OpenDocument, EPUB
//	rtf       RTF
//	pdf       PDF, scans included
//
// They rest on what all need:
//
//	document  what a page or file says
//	refusal   why it says nothing
//	charset   bytes as text
//	guarded   XML and JSON of strangers, within limits
//	table     cells as rows whose columns have names
//	contact   whether a text tells how to reach somebody
//	child     the process apart
//
// Of every format, questions above their answers become headings (asked.go),
// customers' praise becomes text (said.go), and a tick that is all of a cell is read
// as yes or no (tick.go). What is not read of a file docs/architecture.md says.
package extract
