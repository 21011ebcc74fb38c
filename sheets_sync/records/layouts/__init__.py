"""How records stand in a tab: each layout takes its grid apart into panes, which are all read alike."""
