# Runs many R programs in one process; the plan is described in base.run_batch. A program that ends the process by
# quit() is stopped by a condition instead.
plan <- jsonlite::fromJSON(commandArgs(TRUE)[1], simplifyVector = FALSE)

quit <- function(save = "default", status = 0, ...) {
  stop(structure(class = c("ended", "error", "condition"), list(message = "", call = NULL, status = status)))
}

run <- function(program) {
  do.call(Sys.setenv, program$environment)
  setwd(program$folder)
  printed <- tempfile()
  connection <- file(printed, open = "wb")
  sink(connection)
  code <- 0
  errors <- ""
  tryCatch(
    # "quit" is found here, everything else as in a process of its own.
    source(program$path, local = new.env(parent = globalenv()), encoding = "UTF-8"),
    ended = function(condition) code <<- condition$status,
    error = function(condition) {
      code <<- 1
      errors <<- conditionMessage(condition)
    }
  )
  sink()
  close(connection)
  bytes <- readBin(printed, "raw", file.size(printed))
  list(returncode = code, stdout = rawToChar(bytes), stderr = errors)
}

outcomes <- lapply(plan$programs, run)
names(outcomes) <- vapply(plan$programs, function(program) program$name, "")
writeLines(jsonlite::toJSON(outcomes, auto_unbox = TRUE), plan$result, useBytes = TRUE)
