"""The person: who they are, how to reach and meet them, who may act for them, protection."""
