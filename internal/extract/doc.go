// Package extract turns the bytes of a page or file into a title, a language
// and structured text: headings, paragraphs, list items, table rows with the
// names of their columns, and the page they stand on.
//
// What the bytes are is decided by looking at them first; a file's name and the
// type a server declares only choose between formats that look alike (Markdown
// or plain text). Web pages, Markdown, text, CSV, JSON and XML are read in this
// process within fixed limits. PDF and office files are read by a child process
// with limits on memory, processor time, wall-clock time and output, because
// only a process can be stopped: a file that breaks its reader gives an Error
// and the next file is read as if nothing had happened.
//
// A web page (html.go) goes this way: its bytes become text (charset.go), and
// that a tree, unless it would be much larger than the page (html_bounds.go); the
// walk makes segments of its elements (html_walk.go, html_parts.go,
// html_table.go, html_lines.go, html_steps.go, html_choice.go, html_hidden.go); learned weights choose those that are content
// (html_content.go, html_evidence.go, html_contact.go, html_forest.go), and boxes alike become the
// entries of a list (html_card.go); what it says to machines only is added
// (html_facts.go, html_price.go, html_microdata.go). Reading takes time that grows
// with the length of the page only (growth_linux_test.go): what is asked of many
// elements inside each other is noted once (html_size.go). Of every format, questions above their
// answers become headings and customers' praise text (asked.go, said.go).
//
// Tables of files become rows whose columns are named by all rows of their header (sheet.go, grid.go); a tick that is all
// of a cell is read as yes or no (tick.go). What is not read of a file docs/architecture.md says.
//
// Everything an owner of a website or file may cause is an *Error, whose text
// says in German or English what is wrong with the file and what to do.
package extract
