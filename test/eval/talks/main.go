// Command talks talks with the program itself, through its HTTP API and in sessions as visitors have them, about invented
// sites of firms (test/eval/sites): how much of what is said in whole conversations is answered rightly. It prints a
// Markdown table.
//
// The talks were written by people who had not seen how the program answers. Those of tuning.jsonl and more.jsonl may be
// looked at; of report.jsonl and aside.jsonl only the sums.
//
//	go run ./test/eval/talks [-v]
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/webchatagent/wca/test/eval/material"
	"github.com/webchatagent/wca/test/eval/program"
)

func main() {
	verbose := flag.Bool("v", false, "print the talks for tuning with what went wrong")
	only := flag.String("only", "", "talk about this site only")
	flag.Parse()
	if err := run(context.Background(), *verbose, *only); err != nil {
		fmt.Fprintln(os.Stderr, "talks:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, verbose bool, only string) error {
	wca, err := program.New(ctx)
	if err != nil {
		return err
	}
	defer wca.Close()
	parts := map[string][]talk{}
	for _, part := range partNames {
		all, err := read(part)
		if err != nil {
			return err
		}
		for _, t := range all {
			if only != "" && t.Site != only {
				continue
			}
			parts[part] = append(parts[part], t)
			if err := learn(ctx, wca, t.Site); err != nil {
				return err
			}
		}
	}
	server, err := wca.Serve(ctx)
	if err != nil {
		return err
	}
	defer server.Stop()
	bots, err := named(ctx, server)
	if err != nil {
		return err
	}
	fmt.Print(heading)
	for _, part := range partNames {
		var counts tally
		for _, t := range parts[part] {
			if err := converse(ctx, server, bots[t.Site], t, &counts, verbose && open[part]); err != nil {
				return err
			}
		}
		counts.print(part)
	}
	return nil
}

// learn makes a bot of a site's pages.
func learn(ctx context.Context, wca *program.Program, site string) error {
	pages, err := material.SitePages(filepath.Join(material.SiteFolder, site))
	if err != nil {
		return err
	}
	return wca.Teach(ctx, site, pages...)
}

// named are the ids of the bots by their names.
func named(ctx context.Context, server *program.Server) (map[string]string, error) {
	var list []struct{ ID, Name string }
	if err := server.Call(ctx, "GET", "/v1/bots?limit=100", nil, &list); err != nil {
		return nil, err
	}
	ids := map[string]string{}
	for _, b := range list {
		ids[b.Name] = b.ID
	}
	return ids, nil
}

// converse has a talk with a bot and counts what came of it.
func converse(ctx context.Context, server *program.Server, bot string, t talk, counts *tally, aloud bool) error {
	language, _, _ := strings.Cut(t.Site, "-")
	session, kinds := "", t.kinds()
	for i, turn := range t.Turns {
		var got answer
		asked := map[string]string{"question": turn.Say, "language": language}
		if session != "" {
			asked["session"] = session
		}
		if err := server.Call(ctx, "POST", "/v1/bots/"+bot+"/answers", asked, &got); err != nil {
			return fmt.Errorf("%s: %w", t.Site, err)
		}
		session = got.Session
		v := turn.judge(got)
		counts.add(kinds[i], v)
		if aloud {
			fmt.Printf("%s, %s, %s: %s\n", t.Site, kinds[i], v, turn.Say)
			if v != right {
				fmt.Printf("    %s\n", strings.ReplaceAll(got.Answer, "\n", "\n    "))
			}
		}
	}
	return nil
}
