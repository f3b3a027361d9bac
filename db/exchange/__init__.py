"""The catalogue as files: one module for each format, each with `read` and `write`.

`as_json`, `as_csv` and `as_xlsx` are apart, so that only who needs a workbook loads openpyxl.
`read(data)` gives all entries or a refusal, never a part: `catalogue_row_bad` (row, column,
problem) names the first bad cell, and in `others` the further ones; `catalogue_unreadable` (format)
is said of bytes that are no such file at all. What `write(entries)` gives, the same module's `read`
gives back equal. `read_file(data)` tells also which columns the file has.
"""
