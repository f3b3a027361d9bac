"""What all windows share: the door to the store's thread, words, keys, messages, the window."""
