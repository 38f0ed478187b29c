# Runs many programs in one interpreter, a fork for each; the plan is described in base.run_batch.
require "json"
require "net/http"
begin
  require "faraday"
rescue LoadError
  nil
end

def run(program)
  out, out_end = IO.pipe
  err, err_end = IO.pipe
  child = fork do
    out.close
    err.close
    ENV.update(program["environment"])
    Dir.chdir(program["folder"])
    $stdout.reopen(out_end)
    $stderr.reopen(err_end)
    load program["path"]
  end
  out_end.close
  err_end.close
  printed = out.read
  errors = err.read
  Process.wait(child)
  {
    "returncode" => $?.exitstatus || -1,
    "stdout" => printed.force_encoding("UTF-8").scrub,
    "stderr" => errors.force_encoding("UTF-8").scrub
  }
end

plan = JSON.parse(File.read(ARGV[0], encoding: "UTF-8"))
outcomes = plan["programs"].to_h { |program| [program["name"], run(program)] }
File.write(plan["result"], JSON.generate(outcomes))
