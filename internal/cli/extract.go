package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/source"
)

func (c *command) extract() *cobra.Command {
	var address string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "extract FILE|-", Short: "Print what a file or page says", Args: args(cobra.ExactArgs(1), "wca extract page.html --json"),
		RunE: func(cmd *cobra.Command, given []string) (err error) {
			var in io.Reader = c.in
			if given[0] != "-" {
				f, err := os.Open(given[0])
				if err != nil && strings.Contains(given[0], "://") {
					return usageError{fmt.Errorf("extract reads files: save %s as one, or let a bot read it with `wca ingest --bot NAME %[1]s`", given[0])}
				}
				if err != nil {
					return err
				}
				defer f.Close()
				in = f
			}
			if info, err := os.Stat(given[0]); err == nil && info.IsDir() {
				return usageError{fmt.Errorf("%s is a folder: give one of its files", given[0])}
			}
			content, err := io.ReadAll(io.LimitReader(in, source.MaxFile+1))
			if err != nil {
				return fmt.Errorf("reading %s: %w", given[0], err)
			}
			if len(content) > source.MaxFile {
				return fmt.Errorf("%s is larger than %d MB", given[0], source.MaxFile>>20)
			}
			cache, err := os.UserCacheDir()
			if err != nil {
				cache = os.TempDir()
			}
			e := extract.New(extract.Options{CacheDir: filepath.Join(cache, "wca")})
			defer func() { err = errors.Join(err, e.Close()) }()
			name := ""
			if given[0] != "-" {
				name = filepath.Base(given[0])
			}
			doc, err := e.Extract(cmd.Context(), extract.Input{Name: name, URL: address, Body: content})
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(c.out).Encode(map[string]string{"title": doc.Title, "language": doc.Language, "text": doc.Text()})
			}
			_, err = fmt.Fprintln(c.filtered(), doc.Text())
			return err
		},
	}
	cmd.Flags().StringVar(&address, "url", "", "address the page came from")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print title, language and text as one JSON object")
	return cmd
}

// extractChild is the process in which hostile formats are opened.
func (c *command) extractChild() *cobra.Command {
	return &cobra.Command{
		Use: "extract-child", Hidden: true, Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return extract.ServeChild(c.in, c.raw) },
	}
}
