<?php

// The folder below upload/ with the files of this release; `cargo xtask dist` writes its name here.
return '{{folder}}';
