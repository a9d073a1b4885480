package document

import "strings"

// OwnTitle drops titles that no person wrote.
func OwnTitle(s string) string {
	s = OneLine(s)
	low := strings.ToLower(s)
	for _, prefix := range []string{"microsoft word", "microsoft powerpoint", "powerpoint", "untitled", "unbenannt", "document", "dokument", "slide ", "folie ", "title", "titel", "präsentation", "presentation", "(anonymous)"} {
		if strings.HasPrefix(low, prefix) && len(low) < len(prefix)+30 {
			return ""
		}
	}
	if FileName(s) || !Meaningful(s) {
		return ""
	}
	return s
}

// FileName says whether a title is the name of a file: what a program puts there until somebody writes one.
func FileName(title string) bool {
	low := strings.ToLower(strings.TrimSpace(title))
	for _, suffix := range []string{".doc", ".docx", ".indd", ".dvi", ".qxd", ".qxp", ".pmd", ".pub", ".cdr", ".ai", ".psd", ".tif", ".jpg", ".xls", ".ppt", ".pptx", ".xlsx", ".odt", ".ods", ".odp", ".rtf", ".pdf"} {
		if strings.HasSuffix(low, suffix) {
			return true
		}
	}
	if strings.ContainsAny(low, " /") { // names of pages may be spoken of: "Tutorial: index.html"
		return false
	}
	for _, suffix := range []string{".html", ".htm", ".php", ".asp", ".aspx"} {
		if strings.HasSuffix(low, suffix) {
			return true
		}
	}
	return false
}
