// One call, quicker by keyboard: the words keep the focus, Escape leaves them, and what is asked and offered follows the words.
