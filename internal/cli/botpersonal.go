package cli

import (
	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/bot"
)

// personalFlags are those of `wca bot set` about personal data; each replaces what was there.
type personalFlags struct {
	off, public, always, openPages []string
	region                         string
}

func (f *personalFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&f.off, "personal-off", nil, "kinds of personal data that are not replaced, such as PLATE,IP; \"\" for none")
	cmd.Flags().StringSliceVar(&f.public, "personal-public", nil, "values that are public and stay, such as info@example.de or @example.de; \"\" for none")
	cmd.Flags().StringSliceVar(&f.always, "personal-always", nil, "values that are always replaced, such as a project's name; \"\" for none")
	cmd.Flags().StringSliceVar(&f.openPages, "personal-open-pages", nil, "parts of paths of pages whose personal data may be shown in answers, such as impressum,team; \"\" for none")
	cmd.Flags().StringVar(&f.region, "personal-region", "", "country of phone numbers without country code, and of what day it is on a server that goes by UTC, such as DE")
}

func (f *personalFlags) apply(cmd *cobra.Command, p *bot.Personal) {
	for name, list := range map[string]struct{ from, to *[]string }{
		"personal-off": {&f.off, &p.Off}, "personal-public": {&f.public, &p.Public}, "personal-always": {&f.always, &p.Always}, "personal-open-pages": {&f.openPages, &p.OpenPages},
	} {
		if cmd.Flags().Changed(name) {
			*list.to = *list.from
		}
	}
	if cmd.Flags().Changed("personal-region") {
		p.Region = f.region
	}
}
