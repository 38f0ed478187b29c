import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs the main methods of many classes, each with its environment and with output files of its own; notes the name of
 * each that came back. The plan has a line for each: its package, then NAME=VALUE, percent-encoded, after tabs.
 */
public class Driver {
    public static void main(String[] arguments) throws Exception {
        File done = new File(arguments[0]);
        Map<String, String> environment = environment();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            String[] words = line.split("\t");
            for (int index = 1; index < words.length; index++) {
                String[] pair = words[index].split("=", 2);
                environment.put(pair[0], URLDecoder.decode(pair[1], "UTF-8"));
            }
            int code = run(words[0]);
            for (int index = 1; index < words.length; index++) {
                environment.remove(words[index].split("=", 2)[0]);
            }
            try (FileWriter writer = new FileWriter(done, true)) {
                writer.write(words[0] + " " + code + "\n");
            }
        }
        System.exit(0);
    }

    private static int run(String name) throws Exception {
        System.setOut(new PrintStream(new FileOutputStream(name + ".out"), true, "UTF-8"));
        System.setErr(new PrintStream(new FileOutputStream(name + ".err"), true, "UTF-8"));
        try {
            Class.forName(name + ".Main").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            return 0;
        } catch (InvocationTargetException error) {
            error.getCause().printStackTrace();
            return 1;
        } finally {
            System.out.close();
        }
    }

    /** The map behind System.getenv(), which starts as that of the process and can be changed. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> environment() throws Exception {
        Field inner = System.getenv().getClass().getDeclaredField("m");
        inner.setAccessible(true);
        return (Map<String, String>) inner.get(System.getenv());
    }
}
