package main

import (
	"cmp"
	"context"
	"fmt"
	"os/exec"
	"slices"
	"strings"
)

// module is one Go module in the module cache.
type module struct {
	Path string
	Dir  string
}

// modules gives the modules that the packages named by these arguments of `go
// list` are built from, sorted, without this project itself.
func modules(ctx context.Context, arguments ...string) ([]module, error) {
	format := `{{with .Module}}{{if not .Main}}{{.Path}}{{"\t"}}{{.Dir}}{{end}}{{end}}`
	text, err := output(ctx, "go", append([]string{"list", "-deps", "-f", format}, arguments...)...)
	if err != nil {
		return nil, err
	}
	var list []module
	for line := range strings.Lines(text) {
		if name, folder, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			list = append(list, module{Path: name, Dir: folder})
		}
	}
	slices.SortFunc(list, func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
	return slices.Compact(list), nil
}

// output runs a command and gives what it prints.
func output(ctx context.Context, name string, arguments ...string) (string, error) {
	command := exec.CommandContext(ctx, name, arguments...)
	var problems strings.Builder
	command.Stderr = &problems
	text, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w: %s", command, err, problems.String())
	}
	return string(text), nil
}
