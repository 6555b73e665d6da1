"""From a finding and its document to a text that can be pasted and stands up to a check."""
