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
	for _, suffix := range []string{".doc", ".docx", ".indd", ".dvi", ".qxd", ".xls", ".ppt", ".pptx", ".xlsx", ".odt", ".pdf"} {
		if strings.HasSuffix(low, suffix) {
			return ""
		}
	}
	if !Meaningful(s) {
		return ""
	}
	return s
}
