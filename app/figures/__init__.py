"""What the desk can be judged by: counted from rows that can be shown, by Jalali periods."""
