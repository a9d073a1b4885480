// Command wca is WebChatAgent: server, crawler, search and answers in one program.
package main

import (
	"os"

	"github.com/webchatagent/wca/internal/cli"
)

// version is set by the linker for releases.
var version = ""

func main() {
	os.Exit(cli.Main(version, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
